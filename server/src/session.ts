import * as l10n from '@vscode/l10n'
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver/node'
import { readClientFeatures, serverCapabilities, type ClientFeatures } from './capabilities'
import { createChangeQueue } from './changes'
import { coalesce } from './coalesce'
import { createDiagnosticsPush } from './diagnostics'
import { followDocuments } from './documents'
import { offerFeatures } from './features/offer'
import { createSpecFilter, type SpecFilter } from './files/specFilter'
import { readSurroundings } from './files/surroundings'
import { readText } from './files/readText'
import { createLatch } from './latch'
import { offerOutlines } from './outlines'
import { createRulePage, type RuleLink } from './rulePage'
import { followRuns } from './runs'
import { searchWorkspace } from './search'
import { createSettingsSync } from './settingsSync'
import { createSpecs, pathOf } from './specs'
import { followFile, forgetBelow, readBelow, watchFiles } from './watching'
import { createWorkspaceFolders } from './workspaceFolders'

/** Lens refreshes closer together than this many milliseconds become one. */
const lensRefreshDelay = 300

/** Milliseconds from the opening of a document to the reminder of its lenses. */
const lensReminderDelay = 1000

/** Serves one client over a connection of any kind, and begins to listen. Diagnostics link into the page of rules, if it exists. */
export function startServer(connection: Connection, rulesFile: string): void {
  const report = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  let client: ClientFeatures | undefined
  const rulePage = createRulePage(rulesFile)
  const linkOf: RuleLink = (code) => {
    if (client?.codeLinks !== true) return undefined
    return client.builtInMarkdown ? rulePage.lineOf(code) : rulePage.headingOf(code)
  }

  const folders = createWorkspaceFolders()
  const settings = createSettingsSync(connection, () => client?.configuration === true)
  const filter = (): SpecFilter => createSpecFilter(settings.current().files, folders.paths())
  const specs = createSpecs({
    settings: settings.current,
    readText,
    readSurroundings: (file) => readSurroundings(file, folders.paths()),
    changed: (uri) => queue.add(uri),
  })

  const searched = createLatch()
  const pushDiagnostics = createDiagnosticsPush(connection, specs, (uri) => runOf(uri)?.live === true, linkOf)
  const outlineChanged = offerOutlines(connection, specs, searched.opened)
  const queue = createChangeQueue(specs.isOpen, (uri) => {
    pushDiagnostics(uri)
    outlineChanged(uri)
  })
  const lensRefresh = coalesce(lensRefreshDelay, () => {
    if (client?.lensRefresh) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined)
  })
  const runOf = followRuns(connection, (uri) => {
    lensRefresh.request()
    pushDiagnostics(uri)
  })
  const isSpec = (uri: string): boolean => filter().isSpec(pathOf(uri))
  // VS Code gives up asking for the lenses of a document when the focus goes elsewhere just after its opening.
  const lensReminder = coalesce(lensReminderDelay, lensRefresh.request)
  const { lookAgain, textOf } = followDocuments(connection, { specs, isSpec, opened: lensReminder.request, report })
  offerFeatures(connection, { specs, runOf, textOf, settings: settings.current, linkOf, client: () => client })
  const search = (): Promise<void> => searchWorkspace(specs, folders.paths(), filter()).catch(report)

  connection.onInitialize((params) => {
    client = readClientFeatures(params)
    l10n.config({ contents: client.texts })
    folders.start(params)
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'parallel-tasks' } }
  })
  connection.onInitialized(async () => {
    await settings.refresh().catch(report)
    if (client?.watchedFiles) await watchFiles(connection, settings.current().files.include).catch(report)
    folders.follow(connection, () => void search())
    specs.settingsChanged()
    lookAgain()
    await search()
    searched.open()
    // An editor that asked for lenses before all this was known would not ask again.
    lensRefresh.request()
  })
  connection.onDidChangeConfiguration(async (sent) => {
    await settings.refresh(sent).catch(report)
    specs.settingsChanged()
    lookAgain()
    lensRefresh.request()
    await search()
  })
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const wanted = filter()
    for (const change of changes) await followFile(specs, wanted.isSpec, change).catch(report)
    forgetBelow(specs, changes)
    await readBelow(specs, wanted, changes).catch(report)
    lensRefresh.request()
  })
  connection.onShutdown(() => {
    queue.stop()
    lensReminder.cancel()
    lensRefresh.cancel()
  })
  connection.listen()
}
