import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { once } from 'node:events'

/** Copies a text file line by line through a function, however large it is. Line ends become `\n`. */
export async function copyLines(from: string, to: string, change: (line: string) => string): Promise<void> {
  const output = createWriteStream(to, { flags: 'wx' })
  const lines = createInterface({ input: createReadStream(from, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    if (!output.write(`${change(line)}\n`)) await once(output, 'drain')
  }
  output.end()
  await once(output, 'finish')
}
