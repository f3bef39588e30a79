import * as l10n from '@vscode/l10n'

/** Where a page gets its parts, and the nonce of its script. */
export interface PageParts {
  readonly script: string
  readonly style: string
  /** Where the webview may load styles from. */
  readonly cspSource: string
  readonly nonce: string
  /** The display language, such as `de`. */
  readonly language: string
  /** The texts of that language by their English ones; undefined where it is English. */
  readonly texts: Readonly<Record<string, string>> | undefined
}

/** The document of the timeline's page. Nothing but our own script and style may load, and nothing from outside. */
export function pageHtml({ script, style, cspSource, nonce, language, texts }: PageParts): string {
  // As data it is never run; the sign could end the element.
  const table = JSON.stringify(texts ?? {}).replaceAll('<', '\\u003c')
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l10n.t('Timeline')}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<script type="application/json" id="texts">${table}</script>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`
}
