import {
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  PublishDiagnosticsNotification,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node'
import type { TextEdit } from '#core/text/position'
import { shakeHands } from '../server/startClient'

/** An editor with one document, which waits for its diagnostics after each change. */
export interface Editor {
  /** Milliseconds from the opening to the first diagnostics, and how many there are. */
  readonly open: (text: string) => Promise<Answer>
  /** Milliseconds from an edit to the diagnostics of the text after it. */
  readonly type: (edit: TextEdit) => Promise<Answer>
}

/** What came of a change. */
export interface Answer {
  readonly time: number
  /** Milliseconds that this process's own threads worked meanwhile: what counts where others use the machine too. */
  readonly work: number
  readonly problems: number
}

const uri = 'file:///bench/specs/bench/tasks.md'

/** An editor at the other end of a connection to the server. */
export async function connectEditor(connection: ProtocolConnection): Promise<Editor> {
  await shakeHands(connection, { builtInMarkdown: true })
  let waiting: { readonly version: number; readonly give: (problems: number) => void } | undefined
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri: of, version, diagnostics }) => {
    if (of === uri && version === waiting?.version) waiting?.give(diagnostics.length)
  })
  let version = 0
  const timed = async (send: (version: number) => Promise<void>): Promise<Answer> => {
    version++
    // Asking for the processor time takes a while itself, so it stands outside of what is timed.
    const worked = process.cpuUsage()
    const start = performance.now()
    const answer = new Promise<number>((give) => (waiting = { version, give }))
    await send(version)
    const problems = await answer
    const time = performance.now() - start
    const { user, system } = process.cpuUsage(worked)
    return { time, work: (user + system) / 1000, problems }
  }
  return {
    open: (text) =>
      timed((version) =>
        connection.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { uri, languageId: 'markdown', version, text },
        }),
      ),
    type: ({ range, newText }) =>
      timed((version) =>
        connection.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument: { uri, version },
          contentChanges: [{ range, text: newText }],
        }),
      ),
  }
}
