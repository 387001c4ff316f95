package cx.slinga.notification;

import java.util.Locale;

/** A plain text message that is ready to go. */
record Mail(String to, Locale language, String subject, String text) {}
