/** Settings as lines `name=value`, as they are typed. */
export function textsOfLines(lines: string | undefined): Record<string, string> {
  const found: Record<string, string> = {}
  for (const line of (lines ?? '').split('\n')) {
    const at = line.indexOf('=')
    if (at > 0) found[line.slice(0, at).trim()] = line.slice(at + 1).trim()
  }
  return found
}

export function linesOfTexts(texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
}
