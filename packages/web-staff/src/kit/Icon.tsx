/** A small set of line icons, drawn here so that no icon library is loaded. */
import type { ReactElement } from 'react'

const PATHS = {
  home: 'M3 11l9-7 9 7v9h-6v-6H9v6H3z',
  bell: 'M6 16V10a6 6 0 0112 0v6l2 2H4zM10 21h4',
  phone: 'M6 3h3l2 5-2.500 1.500a11 11 0 005 5L15 12l5 2v3a3 3 0 01-3 3A13 13 0 014 6a2 2 0 012-3z',
  report: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  folder: 'M3 6h6l2 2h10v11H3z',
  wallet: 'M3 7h16a2 2 0 012 2v9a2 2 0 01-2 2H5a2 2 0 01-2-2zM3 7l11-4v4M16.500 13.500h1',
  stack: 'M12 3l9 5-9 5-9-5zM3 12.500l9 5 9-5M3 17l9 5 9-5',
  people: 'M9 11a4 4 0 100-8 4 4 0 000 8zM2 21c0-4 3-6 7-6s7 2 7 6M17 11a3 3 0 100-6M22 20c0-3-1.500-5-4-5.500',
  book: 'M4 4h7a2 2 0 012 2v14a2 2 0 00-2-2H4zM20 4h-5a2 2 0 00-2 2v14a2 2 0 012-2h5z',
  shield: 'M12 3l8 3v6c0 5-3.500 8-8 9.500C7.500 20 4 17 4 12V6z',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3.500 2',
  alert: 'M12 3.500L22 20H2zM12 10v4.500M12 17.200v.1',
  check: 'M4 12.500l5 5L20 6.500',
  cross: 'M6 6l12 12M18 6L6 18',
  minus: 'M5 12h14',
  plus: 'M12 5v14M5 12h14',
  menu: 'M4 6h16M4 12h16M4 18h16',
  user: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c0-4.500 3.500-7 8-7s8 2.500 8 7',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  upload: 'M12 16V5M7 9l5-5 5 5M4 20h16',
  camera: 'M4 8h4l1.500-3h5L16 8h4v12H4zM12 17a3.500 3.500 0 100-7 3.500 3.500 0 000 7z',
  rotate: 'M20 12a8 8 0 11-2.500-5.800M20 3v5h-5',
  zoomIn: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5M8 11h6M11 8v6',
  zoomOut: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5M8 11h6',
  heart: 'M12 20s-8-5-8-11a4.500 4.500 0 018-2.800A4.500 4.500 0 0120 9c0 6-8 11-8 11z',
  pause: 'M8 5v14M16 5v14',
  file: 'M6 3h9l4 4v14H6zM15 3v4h4',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  help: 'M12 21a9 9 0 100-18 9 9 0 000 18zM9.500 9.500a2.500 2.500 0 115 0c0 1.500-2.500 2-2.500 3.500M12 16.500v.1',
  star: 'M12 4l2.500 5.200 5.700.8-4.100 4 1 5.700-5.100-2.700-5.100 2.700 1-5.700-4.100-4 5.700-.8z',
  chart: 'M3 21h18M6 17v-5M12 17V5M18 17V9',
  flag: 'M5 21V4h13l-3 4.500 3 4.500H5',
  exit: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg className="ap-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
