package cx.slinga.rootcause;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A branch of the cause-and-effect tree, or what hangs on one.
 *
 * @param parentId null for a branch
 * @param branch one of the usual branches, null for anything else
 * @param title null for a usual branch that was not renamed
 * @param depth 0 for a branch
 * @param onWay on the way to the root cause
 */
public record TreeNode(
    UUID id,
    @Nullable UUID parentId,
    @Nullable Branch branch,
    @Nullable String title,
    int position,
    int depth,
    boolean onWay) {}
