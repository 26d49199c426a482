// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/admission.h"

#include <utility>

#include "shared/base/ensure.h"

namespace liaison {

Admission::Ticket::Ticket(Ticket&& other) noexcept
    : admission_(std::exchange(other.admission_, nullptr)),
      address_(std::move(other.address_)),
      number_(other.number_)
{
}

Admission::Ticket::~Ticket()
{
    if (admission_ != nullptr) admission_->leave(*this);
}

void Admission::Ticket::onTurnedAway(std::function<void()> leave)
{
    if (!admission_->keepLeave(number_, leave)) leave();
}

void Admission::Ticket::becomeKnown()
{
    admission_->becomeKnown(*this);
}

std::optional<Admission::Ticket> Admission::admit(const std::string& address)
{
    const std::lock_guard lock(mutex_);
    if (isClosed_ || all_ >= limits_.connections) return std::nullopt;
    const auto known = byAddress_.find(address);
    if (known != byAddress_.end()) {
        if (known->second.all >= limits_.connectionsPerAddress) return std::nullopt;
        if (known->second.strangers >= limits_.strangersPerAddress) return std::nullopt;
    }
    ++all_;
    Count& count = byAddress_[address];
    ++count.all;
    ++count.strangers;
    strangers_.emplace(++lastNumber_, [] {});
    return Ticket(*this, address, lastNumber_);
}

bool Admission::keepLeave(std::uint64_t number, const std::function<void()>& leave)
{
    const std::lock_guard lock(mutex_);
    const auto stranger = strangers_.find(number);
    if (stranger != strangers_.end()) stranger->second = leave;
    return !isClosed_;
}

void Admission::close()
{
    std::map<std::uint64_t, std::function<void()>> strangers;
    {
        const std::lock_guard lock(mutex_);
        isClosed_ = true;
        strangers = strangers_;
    }
    // Not under the lock: what is asked to leave may be gone before the call returns, and gives its
    // ticket back.
    for (const auto& [number, leave] : strangers)
        leave();
}

std::size_t Admission::connections() const
{
    const std::lock_guard lock(mutex_);
    return all_;
}

void Admission::leave(const Ticket& ticket)
{
    const std::lock_guard lock(mutex_);
    --all_;
    const auto count = byAddress_.find(ticket.address_);
    ensure(count != byAddress_.end(), "an address that was never admitted");
    --count->second.all;
    count->second.strangers -= strangers_.erase(ticket.number_);
    if (count->second.all == 0) byAddress_.erase(count);
}

void Admission::becomeKnown(const Ticket& ticket)
{
    const std::lock_guard lock(mutex_);
    byAddress_[ticket.address_].strangers -= strangers_.erase(ticket.number_);
}

}  // namespace liaison
