/**
 * Turns the pages of a story: clicker keys, buttons, blank screen, and the days of a scene that is played. With reduced motion the days
 * stand still on the last one and are stepped with the button. Plain script: it runs inside the handed-out file, not in the program.
 */
export const STORY_SCRIPT = `
(() => {
  const scenes = [...document.querySelectorAll('.scene')]
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const button = (id) => document.getElementById(id)
  let at = 0, frame = 0, timer = 0
  const frames = () => [...scenes[at].querySelectorAll('.frame')]
  const draw = () => {
    scenes.forEach((scene, n) => scene.classList.toggle('shown', n === at))
    frames().forEach((each, n) => each.classList.toggle('shown', n === frame))
    button('back').disabled = at === 0
    button('next').disabled = at === scenes.length - 1
    button('play').hidden = frames().length < 2
  }
  const play = () => {
    clearInterval(timer)
    if (still) { frame = (frame + 1) % Math.max(1, frames().length); draw(); return }
    frame = 0
    draw()
    timer = setInterval(() => {
      if (frame >= frames().length - 1) return clearInterval(timer)
      frame++
      draw()
    }, 600)
  }
  const show = (next) => {
    if (next < 0 || next >= scenes.length) return
    clearInterval(timer)
    at = next
    frame = Math.max(0, frames().length - 1)
    history.replaceState(null, '', '#' + (at + 1))
    draw()
    if (!still && frames().length > 1) play()
  }
  const keys = {
    ArrowRight: () => show(at + 1), PageDown: () => show(at + 1), ' ': () => show(at + 1), Enter: () => show(at + 1),
    ArrowLeft: () => show(at - 1), PageUp: () => show(at - 1), Backspace: () => show(at - 1),
    Home: () => show(0), End: () => show(scenes.length - 1), p: play,
    b: () => document.body.classList.toggle('blank'), '.': () => document.body.classList.toggle('blank'),
    f: () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
  }
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter')) return
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  button('back').addEventListener('click', () => show(at - 1))
  button('next').addEventListener('click', () => show(at + 1))
  button('play').addEventListener('click', play)
  show(Math.min(scenes.length, Math.max(1, parseInt(location.hash.slice(1), 10) || 1)) - 1)
})()
`
