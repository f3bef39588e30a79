/**
 * Programs that a Verify line may well begin with. Words of plain English among them (`test`, `make`, `find`,
 * `sort`, `cut`, `diff`) count only with what follows looking like an argument; see `readsLikeProse`.
 */
const PROGRAMS = new Set(
  `act ansible apt awk aws az bash bats biome black brew bun bundle bunx busybox cabal cargo cat cd chmod clang clippy
  cmake cmp command composer coverage cp ctest curl cut cypress date dart deno diff docker docker-compose dotnet dune
  du echo egrep elixir env eslint exit false fd file find flake8 flutter forge fgrep gcc gcloud gem gh git go golangci-lint
  gradle grep grpcurl gunzip hadolint head helm hurl invoke isort java javac jest jq julia just k6 kill kotlinc kubectl
  lake lein ln ls lua luajit lua5.4 make md5sum mix mkdir mocha mv mvn mypy nc nim ninja nix node nox npm npx nvim ocaml
  openspec openssl oxlint perl pgrep php phpcs phpstan phpunit pip pip3 pipenv playwright pnpm poetry prettier printf ps
  psql pwd pwsh pylint pyright pytest python python2 python3 rails rake rg rm rscript rspec rsync rubocop ruby ruff rustc
  rustfmt rustup sbt scp sed seq set sh sha256sum shellcheck sleep sort specify sqlite3 ssh stack stat stylelint sudo
  swift swiftlint tail tar task tee terraform test time timeout touch tox tr tree true ts-node tsc tsx turbo uname uniq
  unzip uv uvx valgrind vim vite vitest wc wget which xargs xcodebuild xmllint yamllint yarn yq zig zsh`.split(/\s+/),
)

const ASSIGNED = String.raw`[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\$\((?:[^()]|\([^()]*\))*\)|[^\s[({;&]*)`
const SHELL_START = new RegExp(
  String.raw`^(?:!\s|\.\s+\S|source\s+\S*[./]\S*(?:\s*(?:&&|;)|\s*$)|\(|\{\s|\[\[?\s|(?:if|for|while|until|case)\s|(?:export\s+)?(?:${ASSIGNED}(?:\s*[;&]+\s*|\s+(?=[\w./$!"'])))+|\$[({A-Za-z]|#!)`,
)
const PATH_START =
  /^(?:\.{1,2}\/|~\/|\/|(?:scripts?|bin|tools|node_modules\/\.bin|\.venv\/bin)\/)[\w./@+-]+(?:\s|$)|^[\w.-]+(?:\/[\w.@+-]+)*\.(?:sh|bash|py|js|mjs|cjs|ts|rb|pl|ps1|bat|cmd)\s+\S/
const NO_SHELL =
  /^(?:export|import|const|let|var|function|class|interface|type|return|def|pub|fn|async|await|from|use|struct|enum|SELECT|INSERT|GET|POST|PUT|DELETE|PATCH)\b/

/** Whether a piece of code at the start of a Verify line is to be run, not a name the sentence speaks of. */
export function isCommandCode(code: string): boolean {
  const text = code.trim()
  if (text === '' || /^\/[a-z]+[a-z-]*:/.test(text)) return false
  if (startsLikeCommand(text) || /^[A-Z][a-z]+-[A-Z]\w+\s/.test(text)) return true
  if (NO_SHELL.test(text)) return false
  const [first = '', ...rest] = text.split(/\s+/)
  if (rest.length === 0)
    return /^[\w.-]+(?:\/[\w.-]+)+$/.test(first) && !/\.\w+$/.test(first) && /^(?:scripts?|bin|tools)\//.test(first)
  if (/^(?:[\w.-]+\/)+[\w.-]+$/.test(first)) return true
  return /^[a-z][\w.+-]*$/.test(first) && /(?:^|\s)(?:-{1,2}\w|\||&&|>|<)/.test(text.slice(first.length))
}

/**
 * Whether code that stands alone in a Verify line, or of which the line says that it exits or passes, is a command.
 * The line then speaks of nothing else, so that unknown programs count, too.
 */
export function isLoneCommand(code: string): boolean {
  const text = code.trim()
  if (isCommandCode(text)) return true
  if (NO_SHELL.test(text) || readsLikeProse(text)) return false
  return /^[a-z][\w-]*$/.test(text) || /^[a-z.\d][\w.-]*\s+\S/.test(text)
}

/** Whether code certainly begins with a program or with shell syntax; for code in the middle of a sentence. */
export function startsLikeCommand(code: string): boolean {
  const text = code.trim()
  if (NO_SHELL.test(text) && !/^export\s+\w+=\S+\s*(?:&&|;)/.test(text)) return false
  if (SHELL_START.test(text) && !/^\$\{?\w+\}?$/.test(text) && !/^[A-Za-z_]\w*=\S*$/.test(text))
    return !/^\([^)]*\)$/.test(text) || /^\(\s*cd\s/.test(text)
  const first = /^\S+/.exec(text)?.[0] ?? ''
  if (PROGRAMS.has(first)) return true
  return (
    PATH_START.test(text) &&
    !/^\/[^/\s]*(?:\s|$)/.test(text) &&
    !/^\S+\.(?:md|json|ya?ml|txt|toml|css|html)$/.test(text)
  )
}

const PROSE_WORDS =
  /(?:^|\s)(?:the|that|are|is|was|all|with|of|manually|sure|should|must|there|no|any|each|every|both|correctly|successfully|working|works|exists?)(?=\s|[.,;]|$)/i

/** Whether words without backticks are a sentence, not a command: `test that the file is there`, `make sure …`. */
export function readsLikeProse(words: string): boolean {
  const unquoted = words.replace(/"[^"]*"|'[^']*'|\$\([^)]*\)/g, '""')
  if (PROSE_WORDS.test(unquoted) || /[a-z]{2}\.$/.test(unquoted)) return true
  return (
    /[.!?]\s+[A-Z]/.test(unquoted) ||
    /^(?:test|make|find|file|time|which|set|sort|task|date|stat|diff|command|true|false|tree|head|tail|cut|kill|just|act|go|stack|forge|node|time|env|invoke|specify)\s+(?:a|an|the|it|for|this|and|or|in|to|on|cases?|suite|runs?|results?|review|only)(?=\s|$)/.test(
      unquoted,
    )
  )
}
