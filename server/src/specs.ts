import path from 'node:path'
import { URI } from 'vscode-uri'
import { createChecker, type Checker } from '#core/rules/checker'
import type { Settings } from '#core/settings/settings'
import { analyse, type Analysis, type Surroundings } from './analysis'
import { noSurroundings } from './files/surroundings'
import { createPlanKeeper, type PlanKeeper } from './planKeeper'
import { editorSource, fileSource, type SpecSource, type TextChange } from './specSource'

/** A tasks document that the server knows: open in an editor, or found on disk. */
export interface Spec {
  readonly uri: string
  /** Absolute path, or the URI's own path when it is of no file. */
  readonly path: string
  /** The editor's version; null while it is closed. */
  readonly version: number | null
  readonly analysis: Analysis
}

/** What the store needs from outside. */
export interface SpecsDeps {
  readonly settings: () => Settings
  readonly readText: (file: string) => Promise<string | undefined>
  readonly readSurroundings: (file: string) => Promise<Surroundings>
  /** Called whenever the analysis of a spec has become another, and when a spec is gone. */
  readonly changed: (uri: string) => void
}

/** All tasks documents the server knows. One entry per URI, whether open or closed. */
export interface Specs {
  readonly get: (uri: string) => Spec | undefined
  readonly isOpen: (uri: string) => boolean
  /** The URI under which a file is known: clients escape the same path in different ways. */
  readonly uriOf: (file: string) => string | undefined
  /** Sorted by URI. */
  readonly all: () => readonly Spec[]
  /** The editor opened a document: its text counts from now on. */
  readonly opened: (uri: string, text: string, version: number) => void
  /** The editor changed a document; one that is not open stays as it is. */
  readonly edited: (uri: string, changes: readonly TextChange[], version: number) => void
  /** The editor closed a document: the file on disk counts again. */
  readonly closed: (uri: string) => Promise<void>
  /** A file was found on disk, or changed there; read again unless the editor holds it. */
  readonly load: (uri: string) => Promise<void>
  /** What stands around a spec changed on disk. */
  readonly surroundingsChanged: (uri: string) => Promise<void>
  readonly settingsChanged: () => void
  /** A file is gone; an open document stays. */
  readonly remove: (uri: string) => void
}

interface Entry {
  readonly uri: string
  readonly path: string
  readonly source: SpecSource
  readonly checker: Checker
  readonly planOf: PlanKeeper
  version: number | null
  /** The editor has closed it, and the file has not been read yet. */
  closing: boolean
  surroundings: Surroundings
  analysis: Analysis | undefined
}

/** Makes an empty store. An analysis is made when it is first asked for after a change, never twice. */
export function createSpecs({ settings, readText, readSurroundings, changed }: SpecsDeps): Specs {
  const entries = new Map<string, Entry>()
  const uris = new Map<string, string>()
  const caseSensitive = process.platform !== 'win32' && process.platform !== 'darwin'

  const stale = (entry: Entry): void => {
    entry.analysis = undefined
    changed(entry.uri)
  }
  const keep = (fresh: Pick<Entry, 'uri' | 'path' | 'source' | 'version' | 'surroundings'>): void => {
    const entry: Entry = {
      ...fresh,
      checker: createChecker(),
      planOf: createPlanKeeper(),
      closing: false,
      analysis: undefined,
    }
    entries.set(entry.uri, entry)
    uris.set(entry.path, entry.uri)
    changed(entry.uri)
  }
  const remove = (uri: string): void => {
    uris.delete(entries.get(uri)?.path ?? '')
    if (entries.delete(uri)) changed(uri)
  }
  const view = (entry: Entry): Spec => ({
    uri: entry.uri,
    path: entry.path,
    version: entry.version,
    get analysis() {
      return (entry.analysis ??= analyse({ ...entry, settings: settings(), caseSensitive }))
    },
  })
  const load = async (uri: string): Promise<void> => {
    const file = pathOf(uri)
    const [text, surroundings] = await Promise.all([readText(file), readSurroundings(file)])
    const known = entries.get(uri)
    if (known !== undefined && known.version !== null && !known.closing) return
    if (text === undefined) remove(uri)
    else keep({ uri, path: file, source: fileSource(file, text), version: null, surroundings })
  }

  return {
    get: (uri) => {
      const entry = entries.get(uri)
      return entry === undefined ? undefined : view(entry)
    },
    isOpen: (uri) => typeof entries.get(uri)?.version === 'number',
    uriOf: (file) => uris.get(file),
    all: () => [...entries.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1)).map(view),
    opened: (uri, text, version) => {
      const path = pathOf(uri)
      const surroundings = entries.get(uri)?.surroundings ?? noSurroundings
      keep({ uri, path, source: editorSource(path, text), version, surroundings })
    },
    edited: (uri, changes, version) => {
      const entry = entries.get(uri)
      if (entry === undefined || entry.version === null) return
      entry.source.change(changes)
      entry.version = version
      stale(entry)
    },
    closed: async (uri) => {
      const entry = entries.get(uri)
      if (entry === undefined) return
      entry.closing = true
      if (uri.startsWith('file:')) await load(uri)
      else remove(uri)
    },
    load,
    surroundingsChanged: async (uri) => {
      const entry = entries.get(uri)
      if (entry === undefined || !uri.startsWith('file:')) return
      entry.surroundings = await readSurroundings(entry.path)
      if (entries.get(uri) === entry) stale(entry)
    },
    settingsChanged: () => entries.forEach(stale),
    remove: (uri) => {
      if (entries.get(uri)?.version === null) remove(uri)
    },
  }
}

/** The absolute path of a file URI; the path part of any other. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri)
  return parsed.scheme === 'file' ? path.normalize(parsed.fsPath) : parsed.path
}
