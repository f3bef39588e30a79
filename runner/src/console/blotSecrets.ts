/** What stands in the place of a secret. */
const blot = '[blotted out]'

/** Tokens that can be told by their form: of code hosts, model and cloud providers, chat tools, and private keys. */
const knownForms: readonly RegExp[] = [
  /\b(?:gh[pousr]_|github_pat_|glpat-|npm_|pypi-)[\w-]{16,}/g,
  /\b(?:sk|pk|rk)-(?:[a-z]+-)*[\w-]{16,}/g,
  /\bxox[abeoprs]-[\w-]{10,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bAIza[\w-]{30,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g,
  /(?<=\bBearer\s+)[\w.~+/=-]{12,}/gi,
  /(?<=:\/\/[^\s/:@]{1,200}:)[^\s/@]{3,}(?=@)/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----)?/g,
]

/** Shorter values are words as likely as secrets. */
const shortest = 8

/**
 * Makes a function that blots out what looks like a secret: tokens of known forms, and the values of environment
 * variables whose names speak of secrets.
 */
export function secretBlotter(env: NodeJS.ProcessEnv): (text: string) => string {
  const values = Object.entries(env)
    .flatMap(([name, value]) =>
      /key|token|secret|passw|credential|auth/i.test(name) && value !== undefined && value.length >= shortest
        ? [value]
        : [],
    )
    .sort((a, b) => b.length - a.length)
  return (text) => {
    const known = knownForms.reduce((now, form) => now.replace(form, blot), text)
    return values.reduce((now, value) => now.replaceAll(value, blot), known)
  }
}
