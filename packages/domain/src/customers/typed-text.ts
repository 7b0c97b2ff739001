/**
 * What people type and spreadsheets keep: full-width digits and letters, ideographic spaces, a leading apostrophe that
 * Excel uses to keep a long number as text. One place turns such text into plain characters (CUS-01).
 */
const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

function toHalfWidth(text: string): string {
  return text
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\u3000/g, ' ')
}

/** A number as typed, without spaces, invisible characters and the apostrophe of Excel. */
export function compactNumber(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/^'/, '')
}

/** Keeps the first and last characters and covers the rest; too short a text is covered whole. */
export function cover(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length)
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail)
}
