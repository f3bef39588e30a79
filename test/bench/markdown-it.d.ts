/** As much of markdown-it as the bench uses; the package brings no types. */
declare module 'markdown-it' {
  export default class MarkdownIt {
    parse(text: string, environment: object): readonly unknown[]
  }
}
