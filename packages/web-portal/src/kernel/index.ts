export { dayIn, dayInWords, instantInWords, shiftDay, todayIn, yuan } from './words.ts'
export { clampSize, DEFAULT_SIZE, LARGEST_SIZE, SMALLEST_SIZE, SIZE_STEP } from './text-size.ts'
export { fitWithin, MOST_PHOTO_BYTES, PHOTO_TRIES } from './photo-size.ts'
export { sentencesToSpeak } from './speech.ts'
