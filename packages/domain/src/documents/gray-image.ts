/** A picture in grey, one byte a pixel, row by row; what legibility is measured on (CLM-05). */
export type GrayImage = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }
