/** Photos of papers, in English. */
import type { Texts } from './texts.zh.ts'

export const photos: Pick<Texts, 'photos'> = {
  photos: {
    poor: (n: number) =>
      `${n} may be hard to read; below the photo stands how to take it. You can also send it as it is.`,
    again: 'Take this one again',
    legible: {
      too_small: 'The photo is small; please come closer.',
      blurred: 'The photo is blurred; please hold the phone still.',
      dark: 'The photo is dark; please find more light.',
      glare: 'Glare covers the writing; please change the angle.',
      tilted: 'The paper lies askew; please turn it straight.',
      cut_off: 'An edge of the paper is missing; please get the whole sheet into the picture.',
    },
  },
}
