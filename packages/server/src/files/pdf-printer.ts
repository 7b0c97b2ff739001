/**
 * The PDF library with the embedded Noto Sans SC (OFL) in two weights. Loaded with the first page that is drawn, so an
 * idle server stays small; no address and no other file can be drawn in.
 */
import { createRequire } from 'node:module'

export const PDF_FONT = 'NotoSansSC'

const resolve = createRequire(import.meta.url).resolve

async function load() {
  const { default: pdfmake } = await import('pdfmake')
  const normal = resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
  const bold = resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold)
  pdfmake.setFonts({ [PDF_FONT]: { normal, bold } })
  return { pdfmake, normal }
}

let loaded: ReturnType<typeof load> | undefined

/** `normal` is the path of the plain weight, to ask which characters it has. */
export function pdfPrinter(): ReturnType<typeof load> {
  return (loaded ??= load())
}
