/**
 * Listens to the server's word that something is new and asks again for what it concerns, without reloading. One stream
 * a window, and only while it is in front: a browser opens few connections to one server.
 */
import type { Route } from '@anpei/contract/kernel'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

type Hearer = { readonly topic: string; readonly hear: () => void }

const hearers = new Set<Hearer>()
const topics = new Set<string>()
let stream: EventSource | null = null

function settle(): void {
  const wanted = hearers.size > 0 && document.visibilityState === 'visible'
  if (!wanted) {
    stream?.close()
    stream = null
    topics.clear()
    return
  }
  // It was closed with the session.
  if (stream?.readyState === EventSource.CLOSED) {
    stream = null
    topics.clear()
  }
  stream ??= new EventSource('/api/live')
  for (const { topic } of hearers) {
    if (topics.has(topic)) continue
    topics.add(topic)
    stream.addEventListener(topic, () => {
      for (const one of hearers) if (one.topic === topic) one.hear()
    })
  }
}

/** `routes` must be the same array on every render. */
export function useLive(topic: string, routes: readonly Route[]): void {
  const client = useQueryClient()
  useEffect(() => {
    const hearer = {
      topic,
      hear: () => {
        for (const route of routes) void client.invalidateQueries({ queryKey: [route.id] })
      },
    }
    hearers.add(hearer)
    document.addEventListener('visibilitychange', settle)
    settle()
    return () => {
      hearers.delete(hearer)
      settle()
    }
  }, [client, topic, routes])
}
