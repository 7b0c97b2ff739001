/** The Chromium of the journeys: `npm test` and `npm run e2e` find or install it. Its camera is made up. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
] as const

export function browserPath(): string {
  const path = process.env['CHROMIUM_PATH']
  if (!path) throw new Error('CHROMIUM_PATH is not set: run the journeys by `npm test` or `npm run e2e`')
  return path
}
