/** What a list is cut by, kept in the address: a field to search in, and a choice of one of several words. */
import { Input } from 'antd'
import type { ReactElement } from 'react'
import { Pick, type Choice } from './forms.tsx'
import type { SearchState } from './use-search-state.ts'

type Props = {
  readonly search: SearchState
  /** Of the value in the address. */
  readonly name: string
  readonly label: string
}

export function SearchField({ search, name, label, max = 60 }: Props & { readonly max?: number }): ReactElement {
  const value = search.get(name) ?? ''
  return (
    <Input.Search
      // Emptied from outside too, as by clearing all filters: also of words that were typed and not searched yet.
      key={`${search.emptied(name)}:${value}`}
      allowClear
      className="ap-search-field"
      defaultValue={value}
      placeholder={label}
      aria-label={label}
      maxLength={max}
      onSearch={(text) => {
        search.set({ [name]: text.trim() })
      }}
    />
  )
}

export function FilterPick<V extends string>({
  search,
  name,
  label,
  choices,
}: Props & { readonly choices: readonly Choice<V>[] }): ReactElement {
  return (
    <Pick<V>
      label={label}
      value={choices.find((one) => one.value === search.get(name))?.value}
      choices={choices}
      onChange={(next) => {
        search.set({ [name]: next })
      }}
    />
  )
}
