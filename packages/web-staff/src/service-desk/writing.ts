/** In which request this window writes a reply; colleagues who look at it are told. */
let at: string | null = null

export function setWriting(requestId: string, writes: boolean): void {
  if (writes) at = requestId
  else if (at === requestId) at = null
}

export function isWriting(requestId: string): boolean {
  return at === requestId
}
