import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Writes the settings for the headless program into a private folder and gives the file's path. One file per
 * document or folder, kept for `resume`. Only its owner can read it: executors may have secrets in their environment.
 */
export async function writeConfig(
  storage: string,
  subject: string,
  config: Readonly<Record<string, unknown>>,
): Promise<string> {
  await mkdir(storage, { recursive: true, mode: 0o700 })
  const name = createHash('sha256').update(subject).digest('hex').slice(0, 16)
  const target = join(storage, `settings-${name}.json`)
  const temporary = `${target}.${process.pid}.tmp`
  await writeFile(temporary, JSON.stringify(config, null, 2), { mode: 0o600 })
  await rename(temporary, target)
  return target
}
