import { remark } from 'remark'
import remarkFrontmatter from 'remark-frontmatter'
import type { Processor } from 'unified'

/** Everything within a line is read by our own code, with exact ranges; the block parser need not look at it. */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
]

function blocksOnly(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: INLINE } }]
}

/** remark for a piece of a document. */
export const blockParser = remark().use(blocksOnly).freeze()

/** remark for a piece that begins the document, which alone can have frontmatter. */
export const frontmatterParser = remark().use(blocksOnly).use(remarkFrontmatter, ['yaml']).freeze()
