/**
 * SRV-09: our end of a video, peer to peer: an offer to whoever says hello, the answer taken; nothing is recorded and
 * nothing but the words of finding each other passes the server.
 */
import type { Answer } from '@anpei/contract/kernel'
import type { openVideoRoom, Signal } from '@anpei/contract/visits'

export type HostStanding = 'waiting' | 'connecting' | 'talking' | 'left'
type Hear = {
  readonly standing: (now: HostStanding) => void
  readonly picture: (theirs: MediaStream) => void
  readonly say: (signal: Signal) => Promise<unknown>
}
export type HostCall = { take(signal: Signal): Promise<void>; end(): void }

type IceServers = Answer<typeof openVideoRoom>['iceServers']

const GATHER_MS = 2500

export function hostCall(own: MediaStream, iceServers: IceServers, hear: Hear): HostCall {
  let peer: RTCPeerConnection | null = null
  const offer = async (): Promise<void> => {
    peer?.close()
    const next = new RTCPeerConnection({ iceServers: iceServers.map(serverOf) })
    peer = next
    hear.standing('connecting')
    for (const track of own.getTracks()) next.addTrack(track, own)
    next.ontrack = ({ streams: [theirs] }) => {
      if (theirs) hear.picture(theirs)
    }
    next.onconnectionstatechange = () => {
      if (next === peer && next.connectionState === 'connected') hear.standing('talking')
    }
    await next.setLocalDescription(await next.createOffer())
    await gathered(next)
    await hear.say({ type: 'offer', sdp: next.localDescription?.sdp ?? '' })
  }
  return {
    async take(signal) {
      if (signal.type === 'hello') return offer()
      if (signal.type === 'bye') {
        peer?.close()
        peer = null
        return hear.standing('left')
      }
      // An answer to an offer that was made anew meanwhile is of no use.
      if (signal.type !== 'answer' || peer?.signalingState !== 'have-local-offer') return
      await peer.setRemoteDescription({ type: 'answer', sdp: signal.sdp })
    },
    end() {
      peer?.close()
      for (const track of own.getTracks()) track.stop()
    },
  }
}

function serverOf({ urls, username, credential }: IceServers[number]): RTCIceServer {
  return { urls, ...(username ? { username } : {}), ...(credential ? { credential } : {}) }
}

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
