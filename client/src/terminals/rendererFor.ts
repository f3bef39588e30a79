import { formats } from '#core/run/output/formats'
import type { OutputFormat } from '#core/run/output/formats'
import { renderLine } from '#core/run/output/render'
import type { Renderer } from './renderer'
import { lineRenderer, plainRenderer } from './renderer'

/**
 * How to show the log of an executor: its own definition in the settings decides, else its name,
 * since an agent's preset and its format share one (`claude`, `claude-json`). Anything else is text.
 */
export function rendererFor(executor: string, definitions: unknown): () => Renderer {
  const format = definedFormat(executor, definitions) ?? asFormat(`${executor}-json`)
  if (format === undefined || format === 'text') return plainRenderer
  return () => lineRenderer((line) => renderLine(format, line))
}

function definedFormat(executor: string, definitions: unknown): OutputFormat | undefined {
  if (typeof definitions !== 'object' || definitions === null || !(executor in definitions)) return undefined
  const definition: unknown = Object.entries(definitions).find(([name]) => name === executor)?.[1]
  if (typeof definition !== 'object' || definition === null) return undefined
  return 'output' in definition && typeof definition.output === 'string' ? asFormat(definition.output) : 'text'
}

function asFormat(name: string): OutputFormat | undefined {
  return isFormat(name) ? name : undefined
}

function isFormat(name: string): name is OutputFormat {
  return Object.hasOwn(formats, name)
}
