import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inWorkspace } from './extension'
import { waitFor } from './waitFor'

const gates = (): string => inWorkspace('.git', 'gates').fsPath

/** Resolves when the tasks for these sections have been started; they wait at their gates. */
export async function started(...sections: readonly string[]): Promise<void> {
  await waitFor(
    `${sections.join(', ')} to be started`,
    () => sections.every((section) => existsSync(join(gates(), `${section}.started`))) || undefined,
  )
}

/** Lets the tasks for these sections go on. */
export async function open(...sections: readonly string[]): Promise<void> {
  await mkdir(gates(), { recursive: true })
  for (const section of sections) await writeFile(join(gates(), `${section}.go`), 'go')
}
