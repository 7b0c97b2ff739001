/** Tells the courier of this process that an event has begun to wait in a tenant's outbox. */
export type Bell = {
  ring(tenantId: number): void
  /** One listener; null = nobody listens any more. */
  answer(listener: ((tenantId: number) => void) | null): void
}

export function openBell(): Bell {
  let answering: ((tenantId: number) => void) | null = null
  return {
    ring: (tenantId) => answering?.(tenantId),
    answer: (listener) => {
      answering = listener
    },
  }
}
