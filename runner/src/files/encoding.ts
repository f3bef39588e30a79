/** How the bytes of a text file stand for its characters. */
export type TextEncodingName = 'utf8' | 'utf16le' | 'utf16be' | 'latin1'

/** A file's bytes with the text they stand for. Turning the text back gives the same bytes. */
export interface DecodedFile {
  readonly bytes: Buffer
  readonly encoding: TextEncodingName
  /** With its byte order mark, if it has one. */
  readonly text: string
}

/** Reads bytes as text without losing any: UTF-16 by its byte order mark, UTF-8 when it is valid, else byte by byte. */
export function decodeFile(bytes: Buffer): DecodedFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { bytes, encoding: 'utf16le', text: bytes.toString('utf16le') }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { bytes, encoding: 'utf16be', text: swapped(bytes).toString('utf16le') }
  const text = bytes.toString('utf8')
  if (Buffer.from(text, 'utf8').equals(bytes)) return { bytes, encoding: 'utf8', text }
  return { bytes, encoding: 'latin1', text: bytes.toString('latin1') }
}

/** Where the character at a UTF-16 offset of the text begins in the bytes. */
export function byteOffset(file: DecodedFile, offset: number): number {
  if (file.encoding === 'utf8') return Buffer.byteLength(file.text.slice(0, offset), 'utf8')
  return file.encoding === 'latin1' ? offset : offset * 2
}

/** The bytes of one character in the file's encoding. */
export function encodeCharacters(file: DecodedFile, characters: string): Buffer {
  if (file.encoding === 'utf16be') return swapped(Buffer.from(characters, 'utf16le'))
  return Buffer.from(characters, file.encoding)
}

function swapped(bytes: Buffer): Buffer {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return Buffer.from(even).swap16()
}
