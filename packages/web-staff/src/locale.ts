/** The Chinese texts of the component library; its module is found with or without a wrapper around the default. */
import type { ConfigProviderProps } from 'antd'
import * as found from 'antd/es/locale/zh_CN.js'

type Locale = NonNullable<ConfigProviderProps['locale']>
type Wrapped = { readonly default: Locale | { readonly default: Locale } }

function unwrap(module: Wrapped): Locale {
  return 'default' in module.default ? module.default.default : module.default
}

export const zhCn: Locale = unwrap(found)
