/** Simple line drawings, so that a choice is understood without reading. Decoration: the words say the same. */
const LINES = {
  report: 'M24 6v20M24 34v4M8 42h32L24 4z',
  papers: 'M10 4h20l8 8v32H10zM30 4v8h8M16 20h16M16 28h16M16 36h10',
  progress: 'M24 4a20 20 0 1 0 .1 0M24 12v13l9 6',
  phone: 'M14 4l7 10-5 5c2 6 6 10 12 12l5-5 10 7c-1 7-6 10-11 9C18 39 8 28 6 15 5 9 8 5 14 4z',
  guide: 'M24 10C18 6 10 6 4 8v32c6-2 14-2 20 2 6-4 14-4 20-2V8c-6-2-14-2-20 2zM24 10v32',
  people: 'M17 22a8 8 0 1 0-.1 0M3 42c0-10 6-15 14-15s14 5 14 15M35 24a6 6 0 1 0-.1 0M35 30c6 0 10 4 10 12',
  fall: 'M30 8a5 5 0 1 0 .1 0M26 18L14 28l-8-4M14 28l8 6-4 9M26 18l10 6M4 44h40',
  bump: 'M14 8a6 6 0 1 0 .1 0M14 20v14l-6 10M14 34l8 10M14 24l12 2M36 4v40M28 20l-4-6M28 30l-6 2',
  traffic: 'M4 32V22l6-10h22l8 10h4v10zM12 32a5 5 0 1 0 .1 0M36 32a5 5 0 1 0 .1 0M12 22h24',
  falling_object: 'M16 4h14v12H16zM10 22l4 6M36 22l-4 6M24 24a6 6 0 1 0 .1 0M14 46c0-6 4-10 10-10s10 4 10 10',
  other: 'M24 4a20 20 0 1 0 .1 0M18 18c0-8 12-8 12 0 0 5-6 5-6 10M24 34v3',
  walk: 'M26 6a4 4 0 1 0 .1 0M24 16l-4 12-8 16M20 28l10 6 2 10M24 16l10 8M24 16l-10 8',
  bus: 'M6 8h36v28H6zM6 24h36M14 36v6M34 36v6M14 30h2M32 30h2',
  train: 'M12 4h24v30H12zM12 20h24M18 28h2M28 28h2M14 34l-6 10M34 34l6 10',
  ship: 'M4 30h40l-6 12H10zM12 30V18h24v12M24 18V6',
  air: 'M4 26l40-8-4-6-14 3L14 6l-4 2 8 10-10 3-4-4-3 1 3 8z',
  home: 'M4 24L24 6l20 18M10 20v22h28V20M20 42V28h8v14',
  field: 'M4 40h40M12 40c0-16 4-22 4-22s4 6 4 22M32 40V20M32 28l8-6M32 24l-8-6M38 8a4 4 0 1 0 .1 0',
  market: 'M6 18L10 6h28l4 12zM8 18v24h32V18M18 42V28h12v14',
  hurt: 'M24 6a7 7 0 1 0 .1 0M10 44c0-14 6-20 14-20s14 6 14 20M18 34h12',
  hospital: 'M8 44V10h32v34zM24 16v14M17 23h14M20 44v-8h8v8',
  disability: 'M20 6a4 4 0 1 0 .1 0M20 16v12h12l6 14M20 22h10M16 24a11 11 0 1 0 14 16',
  death: 'M24 44V14M24 14c-8 0-12-4-12-10 8 0 12 4 12 10zM24 14c8 0 12-4 12-10-8 0-12 4-12 10zM12 44h24',
  camera: 'M4 14h10l4-6h12l4 6h10v26H4zM24 18a8 8 0 1 0 .1 0',
  money: 'M4 12h40v24H4zM24 17a7 7 0 1 0 .1 0M10 18v12M38 18v12',
  letter: 'M4 10h40v28H4zM4 10l20 16 20-16',
  card: 'M4 10h40v28H4zM4 18h40M10 30h12',
} as const

export type PictureName = keyof typeof LINES

export function Picture({ name }: { readonly name: PictureName }) {
  return (
    <svg
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={LINES[name]} />
    </svg>
  )
}
