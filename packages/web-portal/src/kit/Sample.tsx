/** How a photo of a paper should look: a drawn sheet that marks what must be seen on it. */
import { useLanguage } from '../i18n/index.ts'

export function Sample({ code, title }: { readonly code: string; readonly title: string }) {
  const { t } = useLanguage()
  const known = Object.entries(t.samples).find(([name]) => name === code)
  const marks = known ? known[1] : t.samples.default
  return (
    <figure style={{ margin: 0 }}>
      <svg className="sheet" viewBox="0 0 240 300" role="img" aria-label={`${title}：${marks.join('、')}`}>
        <rect x="6" y="6" width="228" height="288" rx="4" fill="#fff" stroke="#16191d" strokeWidth="3" />
        <text x="120" y="42" textAnchor="middle" fontSize="18" fontWeight="700" fill="#16191d">
          {title.slice(0, 12)}
        </text>
        {marks.map((mark, index) => (
          <g key={mark}>
            <rect
              x="18"
              y={62 + index * 62}
              width="204"
              height="44"
              rx="8"
              fill="#fff4d6"
              stroke="#5a3a00"
              strokeWidth="2"
              strokeDasharray="6 4"
            />
            <text x="120" y={90 + index * 62} textAnchor="middle" fontSize="17" fill="#16191d">
              {mark.slice(0, 22)}
            </text>
          </g>
        ))}
        <circle cx="190" cy="264" r="20" fill="none" stroke="#8a0f0f" strokeWidth="3" />
        <path d="M190 252l4 8 9 1-7 6 2 9-8-5-8 5 2-9-7-6 9-1z" fill="#8a0f0f" />
      </svg>
      <figcaption className="sr">{marks.join('、')}</figcaption>
    </figure>
  )
}
