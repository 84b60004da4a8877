import { any, formProblems, listOf, object, text } from '../../lib/core/forms';

test('a prop with the name of what every object has is unknown like any other', () => {
  const [problem] = formProblems({ valueOf: 1 }, { name: any });
  expect(problem).toMatchObject({ code: 'prop-unknown', fix: 'leave it out, or write one of name' });
});

test('a prop that people look for in the wrong place is answered with what to write', () => {
  const [problem] = formProblems({ burst: 1 }, { name: any }, { burst: 'call web.burst(...)' });
  expect(problem).toMatchObject({ code: 'prop-unknown', fix: 'call web.burst(...)' });
});

test('what to write instead is said of the props themselves, not of what they hold', () => {
  const forms = { name: any, probe: object({ path: any }) };
  const [problem] = formProblems({ probe: { burst: 1 } }, forms, { burst: 'call web.burst(...)' });
  expect(problem).toMatchObject({ code: 'prop-unknown', fix: 'leave it out, or write one of path' });
});

test('a value that cannot become text is refused like any other', () => {
  const [problem] = formProblems({ name: { toString: false } }, { name: text });
  expect(problem).toMatchObject({ code: 'type-invalid' });
});

test('a text where a list is asked for is answered with the list that holds it', () => {
  const [problem] = formProblems({ servers: '10.8.0.53' }, { servers: listOf(text) });
  expect(problem).toMatchObject({ code: 'type-invalid', fix: 'write servers: ["10.8.0.53"]' });
});
