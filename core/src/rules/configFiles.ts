const names = new Set(
  [
    'package.json package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml pnpm-workspace.yaml bun.lock bun.lockb',
    'deno.json deno.jsonc deno.lock lerna.json nx.json turbo.json tsconfig.json jsconfig.json',
    'cargo.toml cargo.lock go.mod go.sum go.work go.work.sum',
    'pyproject.toml poetry.lock uv.lock pdm.lock pipfile pipfile.lock requirements.txt setup.py setup.cfg',
    'gemfile gemfile.lock composer.json composer.lock mix.exs mix.lock pubspec.yaml pubspec.lock podfile podfile.lock',
    'package.swift package.resolved pom.xml build.gradle build.gradle.kts settings.gradle settings.gradle.kts gradle.properties',
    'directory.build.props directory.packages.props packages.lock.json flake.nix flake.lock',
  ].flatMap((line) => line.split(' ')),
)

/** True for a path whose last part is a manifest, a compiler configuration or a lock file, in any folder. */
export function isConfigFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return names.has(name) || /^tsconfig\.[\w.-]+\.json$/.test(name) || /\.(?:csproj|sln|slnx)$/.test(name)
}
