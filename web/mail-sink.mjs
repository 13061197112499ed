// mail-sink.mjs [--tls starttls|tls --key FILE --certificate FILE] [--user NAME --password WORD]
//
// A real SMTP server for tests, on a free port of this machine. Says port=… first and then each
// letter that it takes, one a line, encoded as the query of an address is. An address that begins with "later" is answered
// 451, one with "never" 550, "spam" 554 once the letter has been read. Ends when its input does.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const { values: asked } = parseArgs({
    options: {
        tls: { type: "string" },
        key: { type: "string" },
        certificate: { type: "string" },
        user: { type: "string" },
        password: { type: "string" },
    },
});

const say = (document) => process.stdout.write(new URLSearchParams(document) + "\n");
const answer = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
    secure: asked.tls === "tls",
    ...(asked.tls && { key: readFileSync(asked.key), cert: readFileSync(asked.certificate) }),
    disabledCommands: [...(asked.tls ? [] : ["STARTTLS"]), ...(asked.user ? [] : ["AUTH"])],
    onAuth(auth, session, done) {
        const right = auth.username === asked.user && auth.password === asked.password;
        done(right ? null : answer(535, "Wrong user or password"), { user: auth.username });
    },
    onRcptTo({ address }, session, done) {
        if (address.startsWith("later")) return done(answer(451, "Not now"));
        if (address.startsWith("never")) return done(answer(550, "Nobody of that name"));
        done();
    },
    async onData(stream, session, done) {
        const chunks = [];
        for await (const chunk of stream) chunks.push(chunk);
        const raw = Buffer.concat(chunks);
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        if (to.some((address) => address.startsWith("spam"))) return done(answer(554, "Not wanted"));
        const { subject, text, html, from, date, messageId, headers } = await simpleParser(raw);
        say({
            to: to.join(),
            from: session.envelope.mailFrom.address,
            from_name: from.value[0].name,
            subject,
            text,
            html: html || "",
            date: date.toISOString(),
            message_id: messageId,
            automatic: headers.get("auto-submitted") ?? "",
            names: [...headers.keys()].join(),
            secure: session.secure,
            user: session.user ?? "",
            raw: raw.toString("latin1"),
        });
        done();
    },
});
server.on("error", () => {}); // a client that turns away is no concern of ours
server.listen(0, "127.0.0.1", () => say({ port: server.server.address().port }));
process.stdin.resume().on("end", () => process.exit(0));
