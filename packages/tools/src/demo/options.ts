/** What loading the demo is given by whoever starts the server. */
import type { App } from '@anpei/server/http'

export type DemoOptions = {
  readonly people: number
  readonly url: string
  /** The same application with another clock, so that the past can be lived. */
  readonly assemble: (clock: App['clock']) => App
}
