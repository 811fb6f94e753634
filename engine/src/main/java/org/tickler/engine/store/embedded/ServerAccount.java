package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.store.StoreUnavailable;

/// The account that the server runs under: our own, or an unprivileged one where we are root, since PostgreSQL refuses
/// to run as root.
///
/// @param lower the account to step down to; empty where we are not root
/// @param data the folder that the account must reach
record ServerAccount(Optional<Account> lower, Path data) {

    /// The account for a data folder. As root it is, in this order: whose cluster it already is, whose home it is if
    /// this machine knows that user, the system user `tickler`, `nobody`.
    static ServerAccount of(DataFolder folder) throws IOException {
        if (!weAreRoot()) {
            return new ServerAccount(Optional.empty(), folder.root());
        }
        Path home = Durable.folderOf(folder.root());
        boolean known = Account.hasNamedOwner(home);
        Account chosen = ownerUnlessRoot(folder.cluster())
                .or(() -> known ? ownerUnlessRoot(home) : Optional.empty())
                .or(() -> Account.named("tickler"))
                .or(() -> Account.named("nobody"))
                .orElseThrow(() -> new StoreUnavailable(
                        "PostgreSQL does not run as root, and this machine has no user \"tickler\" or \"nobody\"",
                        "Create the system user \"tickler\", or run Tickler as an ordinary user"));
        return new ServerAccount(Optional.of(chosen), folder.root());
    }

    /// A command as this account runs it.
    List<String> running(List<String> command) {
        if (lower.isEmpty()) {
            return command;
        }
        Account account = lower.get();
        List<String> stepped = new ArrayList<>(account.stepDown());
        stepped.addAll(command);
        return firstClosedTo(account)
                .map(closed -> HiddenFolder.reach(data, closed, stepped))
                .orElse(stepped);
    }

    /// Hands a file or folder, without what is in it, to the account.
    void give(Path path) throws IOException {
        if (lower.isPresent()) {
            Files.setAttribute(path, "unix:uid", lower.get().uid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", lower.get().gid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    /// Hands our own files to the owner of the home too, where root works for an ordinary user: that user must be able
    /// to carry on alone.
    void giveIfHomeIsTheirs(Path path) throws IOException {
        Optional<Integer> home = ownerUnlessRoot(Durable.folderOf(data)).map(Account::uid);
        if (home.isPresent() && home.equals(lower.map(Account::uid))) {
            give(path);
        }
    }

    /// The topmost folder above the data that the account may not pass.
    private Optional<Path> firstClosedTo(Account account) {
        List<Path> above = new ArrayList<>();
        for (Path folder = data.getParent(); folder != null; folder = folder.getParent()) {
            above.addFirst(folder);
        }
        return above.stream().filter(folder -> !account.mayPass(folder)).findFirst();
    }

    private static boolean weAreRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) ? Account.uidOf(self) == 0 : "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Account> ownerUnlessRoot(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        Account owner = Account.owning(path);
        return owner.uid() == 0 ? Optional.empty() : Optional.of(owner);
    }
}
