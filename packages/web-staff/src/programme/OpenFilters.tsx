/** What a list of work is cut by: a state, and whether what is done with is shown too. */
import { Checkbox } from 'antd'
import type { ReactElement } from 'react'
import { FilterPick, stateChoices, type SearchState } from '../kit/index.ts'

type Props<S extends string> = {
  readonly search: SearchState
  readonly of: { readonly states: Readonly<Record<S, { readonly zh: string }>> }
}

export function OpenFilters<S extends string>({ search, of }: Props<S>): ReactElement {
  return (
    <div className="ap-filters">
      <FilterPick search={search} name="state" label="状态" choices={stateChoices(of)} />
      <Checkbox
        checked={search.get('all') === 'true'}
        onChange={(event) => {
          search.set({ all: event.target.checked ? 'true' : undefined })
        }}
      >
        也看办完的
      </Checkbox>
    </div>
  )
}
