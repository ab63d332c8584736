"""Mailboxes that belong to a task or to a provider, and so tell little about who has them."""

from __future__ import annotations

from contacts_tui.domain.likeness.tables import words

ROLES = words(
    """
    achats accounting accounts admin administration billing bonjour comptabilite contact customerservice direction
    enquiries facturation hello help hr info information inquiries invoices mail marketing office orders post
    purchasing reception recrutement sales secretariat service services support team ventes webmaster welcome
    """
)
"""What stands before the @ in the addresses of a department, folded and without signs."""

FREE = words(
    """
    aol.com bell.net btinternet.com comcast.net free.fr gmail.com gmx.com gmx.de gmx.net googlemail.com hotmail.ca
    hotmail.co.uk hotmail.com hotmail.fr icloud.com laposte.net live.ca live.com mail.com me.com msn.com orange.fr
    outlook.com outlook.fr proton.me protonmail.com qq.com rogers.com sfr.fr sympatico.ca t-online.de telus.net
    verizon.net videotron.ca wanadoo.fr web.de yahoo.ca yahoo.co.uk yahoo.com yahoo.de yahoo.fr
    """
)
"""Domains where anybody has an address."""
