/** A page of a list: waiting, the rows, and the way to the next page; the same on every list. */
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import type { Called } from '../client/index.ts'
import { DataTable } from './DataTable.tsx'
import { Answered, Empty } from './parts.tsx'
import { Pager } from './Pager.tsx'
import type { SearchState } from './use-search-state.ts'

type Page<T> = {
  readonly items: readonly T[]
  readonly nextCursor: string | null
  readonly total: number | null
  readonly totalMore: boolean
}
type Props<T extends { readonly id: string }> = Omit<ComponentProps<typeof DataTable<T>>, 'rows' | 'empty'> & {
  readonly of: Called<Page<T>>
  readonly search: Pick<SearchState, 'trail' | 'onTrail'>
  readonly size: number
  /** A sentence, or what stands there instead. */
  readonly empty: ReactNode
}

export function PagedTable<T extends { readonly id: string }>(props: Props<T>): ReactElement {
  const { of, search, size, empty, ...table } = props
  return (
    <Answered of={of}>
      {(page) => (
        <>
          <DataTable<T>
            {...table}
            rows={page.items}
            empty={typeof empty === 'string' ? <Empty>{empty}</Empty> : empty}
          />
          <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={size} />
        </>
      )}
    </Answered>
  )
}
