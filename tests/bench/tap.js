// Milliseconds from a tap until the page says so and has been painted.
const [tap, seen, done] = [arguments[0], arguments[1], arguments[arguments.length - 1]];
const look = new Function('return ' + seen);
const start = performance.now();
new Function(tap)();
const glance = () => (look() ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))) : requestAnimationFrame(glance));
glance();
