//! The members of a ZIP, in the order of its directory.

use std::io::BufReader;

use zip::ZipArchive;

use super::archive::{self, Bounded, Place, Role, Sidecars};
use super::error::Refusal;
use super::item::Item;
use super::name::{self, Taken};
use super::packing;

/// Hands on every member.
pub(super) fn visit<E>(
    place: &Place<'_>,
    hand: &mut dyn FnMut(Item) -> Result<(), E>,
) -> Result<(), E> {
    let file = match packing::open(place.file) {
        Ok(file) => file,
        Err(error) => return hand(place.refused(Refusal::Io(error))),
    };
    let Ok(mut zip) = ZipArchive::new(BufReader::new(file)) else {
        return hand(place.refused(Refusal::Damaged));
    };
    let mut sidecars = Sidecars::default();
    for index in 0..zip.len() {
        let Ok(mut member) = zip.by_index(index) else {
            continue;
        };
        match Role::of(member.name_raw()) {
            Role::Known { document, is_json } => {
                sidecars.take(document, is_json, &mut member);
            }
            Role::Review { document, is_json } => {
                sidecars.take_review(document, is_json, &mut member);
            }
            Role::Document(_) | Role::Refused(_) => {}
        }
    }
    let mut taken = Taken::new(place.extension);
    let mut left = place.bound();
    let mut read = 0;
    for index in 0..zip.len() {
        let (name, packed) = match zip.by_index_raw(index) {
            Ok(member) if member.is_dir() => continue,
            Ok(member) => (member.name_raw().to_vec(), member.compressed_size()),
            Err(_) => return hand(place.refused(Refusal::Damaged)),
        };
        read += packed;
        let path = match Role::of(&name) {
            Role::Document(path) => path,
            Role::Known { .. } | Role::Review { .. } => continue,
            Role::Refused(refusal) => {
                let shown = name::shown(&name);
                hand(place.item(&shown, Err(refusal), Err(Refusal::NotAFile), read))?;
                continue;
            }
        };
        let bytes = match zip.by_index(index) {
            Ok(member) if member.is_symlink() => Err(Refusal::Link),
            Ok(member) => {
                let size = member.size();
                let mut member = Bounded {
                    inner: member,
                    left,
                };
                let bytes = archive::bytes(&mut member, size);
                left = member.left;
                bytes
            }
            Err(_) => Err(Refusal::Packed),
        };
        if matches!(bytes, Err(Refusal::Bomb)) {
            return hand(place.refused(Refusal::Bomb));
        }
        hand(archive::document(
            place,
            &mut taken,
            &mut sidecars,
            &path,
            // Of a ZIP each member stands by itself.
            bytes.map_err(|refusal| match refusal.is_damage() {
                true => Refusal::DamagedMember,
                false => refusal,
            }),
            read,
        ))?;
    }
    sidecars.hand_orphans(place, hand)
}
