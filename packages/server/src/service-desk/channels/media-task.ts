/** The job that fetches a picture or voice from WeChat. */
export const MEDIA_TASK = 'desk.fetch_media'
