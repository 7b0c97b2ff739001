/** Saved views of the claims list, kept in the browser for each person. */
import { useState } from 'react'
import { z } from 'zod'

const Views = z.array(z.object({ name: z.string(), search: z.string() }))
export type SavedView = z.output<typeof Views>[number]

const MOST_VIEWS = 20

export function readViews(stored: string | null): readonly SavedView[] {
  if (stored === null) return []
  try {
    const parsed = Views.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** A view of the same name is replaced; the newest stands first. */
export function addView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [view, ...views.filter((one) => one.name !== view.name)].slice(0, MOST_VIEWS)
}

type Kept = {
  readonly views: readonly SavedView[]
  readonly add: (view: SavedView) => void
  readonly remove: (name: string) => void
}

export function useSavedViews(userId: string): Kept {
  const place = `anpei.claims.views.${userId}`
  const [views, setViews] = useState(() => readViews(localStorage.getItem(place)))
  const keep = (next: readonly SavedView[]): void => {
    localStorage.setItem(place, JSON.stringify(next))
    setViews(next)
  }
  return {
    views,
    add: (view) => {
      keep(addView(views, view))
    },
    remove: (name) => {
      keep(views.filter((one) => one.name !== name))
    },
  }
}
