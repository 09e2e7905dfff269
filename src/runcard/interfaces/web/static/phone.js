// The dev phone rings: in its title and its frame, for screen readers, and aloud once allowed to.

import "./live.js";

const sound = document.getElementById("sound");
const rung = document.getElementById("rung");
let known = new Set(ringing().map((each) => each.id));
let audio = null;

function ringing() {
  return [...document.querySelectorAll('[data-ring="yes"]')];
}

function beep() {
  if (!audio || ringing().length === 0) return;
  const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = 880;
  loudness.gain.value = 0.15;
  tone.connect(loudness).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.25);
}

// A browser lets a page make a sound only after somebody pressed something.
function setSound() {
  const isOn = audio === null;
  if (isOn) audio = new AudioContext();
  else {
    audio.close();
    audio = null;
  }
  sound.setAttribute("aria-pressed", String(isOn));
  sound.textContent = isOn ? "Ringing aloud is on" : "Ring aloud";
  beep();
}

function whatIsNew() {
  const fresh = ringing().filter((each) => !known.has(each.id));
  known = new Set(ringing().map((each) => each.id));
  if (fresh.length === 0) return;
  const words = fresh.map((each) => each.querySelector("h2, strong")?.textContent.trim());
  rung.textContent = `New message: ${words.join("; ")}`;
  beep();
}

document.addEventListener("runcard:swapped", whatIsNew);
sound.hidden = false;
sound.addEventListener("click", setSound);
setInterval(beep, 2500);
