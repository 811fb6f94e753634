package org.tickler.engine.answer;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A receipt came that could not be written to the home's folder of receipts: the disk is full, or nobody may write
/// there. That lies in no answer, and is over once there is room.
final class ReceiptNotKept extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /// @param name of the receipt's file
    ReceiptNotKept(String name, IOException cause) {
        super("the receipt " + name + " could not be kept: " + cause, cause);
    }
}
