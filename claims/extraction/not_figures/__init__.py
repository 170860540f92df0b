"""Numbers passed over after all, once their whole phrase is read: ages, labels, set phrases, lookalikes."""
