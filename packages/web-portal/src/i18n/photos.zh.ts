/** What is wrong with a photo of a paper, and what to do about it. */
export const photos = {
  photos: {
    poor: (n: number) => `有 ${n} 张可能看不清，照片下面写着怎么拍。重拍一张最好；拍不好，照样交上去也行。`,
    again: '重拍这张',
    legible: {
      too_small: '照片太小，字可能看不清，请走近一点再拍。',
      blurred: '照片有点糊，请拿稳手机再拍。',
      dark: '照片太暗，请到亮一点的地方再拍。',
      glare: '照片上有反光，挡住了字，请换个角度再拍。',
      tilted: '纸放歪了，请把纸摆正再拍。',
      cut_off: '纸的边没有拍全，请把整张纸拍进去。',
    },
  },
}
