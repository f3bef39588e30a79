import { ErrorCodes, ResponseError } from 'vscode-languageserver/node'

/** What a parameter of each name must be; a client can send anything. */
const shapes = {
  textDocument: (value: unknown) => has(value, 'uri', isString),
  position: isPosition,
  positions: (value: unknown) => Array.isArray(value) && value.every(isPosition),
  range: (value: unknown) => has(value, 'start', isPosition) && has(value, 'end', isPosition),
  context: (value: unknown) => typeof value === 'object' && value !== null,
  newName: isString,
  query: isString,
} as const

/** An answer to a request that needs these parameters; one that comes without them is an InvalidParams error. */
export function checked<Params extends object, Answer>(
  needs: readonly (keyof Params & keyof typeof shapes)[],
  answer: (params: Params) => Answer,
): (params: Params) => Answer | ResponseError {
  return (params) => {
    const wrong = needs.find((name) => !shapes[name](params[name]))
    if (wrong === undefined) return answer(params)
    return new ResponseError(ErrorCodes.InvalidParams, `The parameter ${wrong} is missing or malformed.`)
  }
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

function isPosition(value: unknown): boolean {
  return has(value, 'line', Number.isInteger) && has(value, 'character', Number.isInteger)
}

function has(value: unknown, name: string, fits: (member: unknown) => boolean): boolean {
  return typeof value === 'object' && value !== null && fits(Reflect.get(value, name))
}
