/** Where a page gets its parts, and the nonce of its script. */
export interface PageParts {
  readonly script: string
  readonly style: string
  /** Where the webview may load styles from. */
  readonly cspSource: string
  readonly nonce: string
}

/** The document of the timeline's page. Nothing but our own script and style may load, and nothing from outside. */
export function pageHtml({ script, style, cspSource, nonce }: PageParts): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Timeline</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`
}
