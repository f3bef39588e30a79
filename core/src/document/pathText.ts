const EXTENSIONS =
  /\.(?:[cm]?[jt]sx?|json[c5l]?|ya?ml|toml|md|mdx|txt|py|pyi|rs|go|java|kt|kts|swift|rb|php|cs|csproj|sln|c|h|cc|cpp|hpp|lua|sh|bash|ps1|sql|html?|s?css|less|vue|svelte|astro|xml|ini|cfg|conf|env|lock|proto|graphql|tf|gradle|ipynb|dart|ex|exs|hs|ml|scala|r|jl|zig|nim|svg|png|jpe?g|gif|ico|csv|tsv|log|plist|snap|hbs|ejs|prisma|feature|rst|tex|diff|patch|mod|sum|service|example|template|storyboard|xib|m|mm|jinja2?|j2|po|pot|mo|bat|cmd|dockerfile)$/i
const PRODUCTS =
  /^(?:node|next|vue|nuxt|express|three|d3|chart|react|socket|ember|backbone|knockout|alpine|moment|day|asp|vb|discord|p5|require|web3|ethers|bull|nest|solid)\.(?:js|net|io|ts)$/i
const ROOTS =
  /^(?:\.{1,2}|src|lib|libs|tests?|spec|specs|app|apps|packages|crates|modules|components|docs?|scripts?|config|public|assets|server|client|core|cmd|internal|pkg|backend|frontend|api|\.github|\.specify|\.claude|\.vscode)$/

/** `(auth)/` and `(..)photo`: names of folders in web frameworks. */
const ROUTE_GROUP = /(?<=^|\/)(?:\([\w-]+\)(?=\/)|(?:\(\.{1,3}\))+)/g

/** `{a, b}`, with its space or without. */
const SET = /\{[^{}]*\}/g

/** Words that name no file: URLs, scoped packages, MIME types, code. */
function isForeign(text: string): boolean {
  return /[\s"'<>|;]|:\/\/|^[@#$&-]|\(|^\d+(?:[./]\d+)*$|^(?:application|text|image|audio|video|multipart)\/[\w.+*-]+$/.test(
    text,
  )
}

/** Whether a backticked word of a Files field names a path. There nearly anything does. */
export function isFieldPath(text: string): boolean {
  if (text === '' || /[<>|"\n]|:\/\/|^\$|^--?\w/.test(text) || NONE_WORD.test(text)) return false
  return text.includes('/') || text.includes('\\') || /[.*]/.test(text) || /^[\w-]+$/.test(text)
}

/** Whether a word without backticks in a Files field names a path: it needs a slash, a star or an extension. */
export function isBarePath(text: string): boolean {
  if (isForeign(text.replace(/\([^)]*\)/g, '')) && !/^[A-Za-z]:[\\/]/.test(text)) return false
  if (/^(?:n\/a|and\/or|ci\/cd|i\/o|w\/o)$/i.test(text)) return false
  if (/[\\/]/.test(text)) return /[\p{L}\p{N}*.]/u.test(text)
  return (
    /^[\w.*{}[\]-]*\.[\w*]{1,12}$/.test(text) ||
    /^(?:Makefile|Dockerfile|LICENSE|Gemfile|Rakefile|Procfile|Justfile|justfile|README|CHANGELOG)$/.test(text)
  )
}

/** Whether a word of a title names a path; stricter, for titles also name packages, routes and branches. */
export function isTitlePath(text: string, backticked: boolean): boolean {
  const plain = text.replace(ROUTE_GROUP, '').replace(SET, (set) => set.replaceAll(/,\s/g, ','))
  if (isForeign(plain) || PRODUCTS.test(text)) return false
  if (/^[/~]|\w\*\*|\*\*\w|\{[^}]*$/.test(text)) return false
  const segments = text.replace(/\/$/, '').split('/')
  const last = segments.at(-1) ?? ''
  if (segments.some((segment) => segment === '' || segment === '...')) return false
  if (segments.length === 1 && !text.endsWith('/')) return isTitleFile(last, backticked)
  if (EXTENSIONS.test(last) || /\*/.test(last)) return true
  if (text.endsWith('/')) return backticked || segments.length > 1 || ROOTS.test(segments[0] ?? '')
  if (!backticked && !ROOTS.test(segments[0] ?? '')) return false
  return ROOTS.test(segments[0] ?? '') || (backticked && segments.length > 2 && /^[\w./@*{}()-]+$/.test(text))
}

/** Hidden files; `.vsix` and `.razor.cs` are mere endings of names. */
const HIDDEN =
  /^\.(?:(?:env|git\w+|\w+rc|\w*ignore|editorconfig|htaccess|flake8|mailmap|rspec|yardopts)(?:\.[\w.-]+)?|[\w.-]+\.(?:json5?|ya?ml|toml))$/i

function isTitleFile(name: string, backticked: boolean): boolean {
  if (name.startsWith('.')) return HIDDEN.test(name) && (backticked || /\.\w+\./.test(name))
  return EXTENSIONS.test(name) && /^[\w.@*-]*\w[\w.@*-]*\.\w+$/.test(name) && (backticked || /[a-z_]/.test(name))
}

const NONE_WORD = /^(?:none|n\/a|nil|nothing|-|–|—)$/i

/** `None`, `N/A`, `(none — verification only)`, `No new files`: a Files field that names nothing. */
export function namesNothing(value: string): boolean {
  return /^[\s(*_`]*(?:none|n\/?a|nil|nothing|not applicable|no (?:new |code |source |file )?(?:files?|changes?)|ninguno|[-–—]+)(?=$|[\s.,;:)`*_(–—-])/i.test(
    value,
  )
}

/** A path without the line numbers or the name behind it: `src/a.ts:10-20`, `src/a.ts#L5`, `test_a.py::test_b`. */
export function withoutLines(path: string): string {
  return path.replace(
    /(?::\d+(?:[-–:]\d+)?(?:,\s*\d+(?:[-–]\d+)?)*|#L\d+(?:[-–]L?\d+)?|(?<=\.\w{1,8})::\w[^\s/]*)$/,
    '',
  )
}
