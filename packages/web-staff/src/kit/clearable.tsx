/** The cross that empties a choice, read aloud in our language: the library would say "Clear". */
import { Icon } from './Icon.tsx'

export const clearable = { clearIcon: <Icon name="cross" size={12} />, label: '清除' } as const
