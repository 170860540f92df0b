"""News of figures for the apps further right. Sent inside the transaction of the act; there are no other signals.

`figure_state_changed(figure, old_state, new_state, by)`: received by reviewers (end assignments, queue) and summaries.
`figure_status_changed(figure, old_status, new_status, by)`: received by summaries (relabel, change, correction due).
Both are sent with the model class `Figure` as sender, after the figure is saved, while its row is locked.
"""

from django.dispatch import Signal

figure_state_changed = Signal()
figure_status_changed = Signal()
