/** The topic under which both pages of a room hear that something waits for them. */
export const roomTopic = (roomId: string): string => `video:${roomId}`
