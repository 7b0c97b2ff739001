/**
 * SRV-09: the elder's end of a video, peer to peer. Our server only carries the words by which the two browsers find
 * each other; picture and sound never pass it, and nothing is recorded. The colleague offers, this end answers.
 */
import { ask } from '../client/index.ts'
import { api, type VisitAnswer } from './api.ts'

type Entered = VisitAnswer<'enterVideoRoom'>
type Signal = VisitAnswer<'readGuestSignals'>['items'][number]['signal']
export type Standing = 'waiting' | 'connecting' | 'talking' | 'ended'
type Hear = { readonly standing: (now: Standing) => void; readonly picture: (theirs: MediaStream) => void }

const ASK_EVERY_MS = 3000
const GATHER_MS = 2500

export type GuestCall = { leave(): void }

/** Camera and microphone are on already: the consent was given before. */
export function joinCall(entered: Entered, own: MediaStream, language: 'zh' | 'en', hear: Hear): GuestCall {
  const { roomId, guestKey, iceServers } = entered
  const key = { roomId, guestKey }
  let peer: RTCPeerConnection | null = null
  let after = 0
  let over = false
  let working = Promise.resolve()

  const say = (signal: Signal): Promise<unknown> =>
    ask(api.sendGuestSignal, { body: { ...key, signal } }, { language }).catch(() => null)
  const end = (): void => {
    if (over) return
    over = true
    clearInterval(timer)
    stream.close()
    peer?.close()
    for (const track of own.getTracks()) track.stop()
    hear.standing('ended')
  }
  const answer = async (sdp: string): Promise<void> => {
    peer?.close()
    const next = new RTCPeerConnection({ iceServers: iceServers.map(serverOf) })
    peer = next
    hear.standing('connecting')
    for (const track of own.getTracks()) next.addTrack(track, own)
    next.ontrack = ({ streams: [theirs] }) => {
      if (theirs) hear.picture(theirs)
    }
    next.onconnectionstatechange = () => {
      if (next !== peer) return
      if (next.connectionState === 'connected') hear.standing('talking')
      // The colleague's page was loaded again: it hears that we are still here.
      if (next.connectionState === 'failed') void say({ type: 'hello' })
    }
    await next.setRemoteDescription({ type: 'offer', sdp })
    await next.setLocalDescription(await next.createAnswer())
    await gathered(next)
    await say({ type: 'answer', sdp: next.localDescription?.sdp ?? '' })
  }
  const look = async (): Promise<void> => {
    if (over) return
    const heard = await ask(api.readGuestSignals, { body: { ...key, after } }, { language }).catch(() => null)
    if (!heard) return
    if (!heard.open) return end()
    const offers = heard.items.flatMap(({ signal }) => (signal.type === 'offer' ? signal.sdp : []))
    after = heard.items.at(-1)?.no ?? after
    if (heard.items.at(-1)?.signal.type === 'bye') return end()
    const newest = offers.at(-1)
    if (newest) await answer(newest)
  }
  const lookInTurn = (): void => {
    working = working.then(look)
  }
  const stream = new EventSource(`/api/portal/video/live/${roomId}`)
  stream.addEventListener('video', lookInTurn)
  const timer = setInterval(lookInTurn, ASK_EVERY_MS)
  hear.standing('waiting')
  void say({ type: 'hello' }).then(lookInTurn)
  return {
    leave() {
      void say({ type: 'bye' })
      end()
    },
  }
}

function serverOf({ urls, username, credential }: Entered['iceServers'][number]): RTCIceServer {
  return { urls, ...(username ? { username } : {}), ...(credential ? { credential } : {}) }
}

/** All candidates in one message; who is slow to find them goes with those there are. */
async function gathered(peer: RTCPeerConnection): Promise<void> {
  if (peer.iceGatheringState === 'complete') return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, GATHER_MS)
    peer.onicegatheringstatechange = () => {
      if (peer.iceGatheringState !== 'complete') return
      clearTimeout(timer)
      resolve()
    }
  })
}
