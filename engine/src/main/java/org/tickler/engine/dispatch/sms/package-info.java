/// Step 6, dispatch, by text message: one attempt is one request to Twilio, whatever comes back is put into one
/// class of outcome, and what Twilio reports later is believed only under its seal. The only place that knows
/// Twilio's library.
@NullMarked
package org.tickler.engine.dispatch.sms;

import org.jspecify.annotations.NullMarked;
